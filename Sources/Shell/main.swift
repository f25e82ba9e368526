import Analysis

print("Telaah")
