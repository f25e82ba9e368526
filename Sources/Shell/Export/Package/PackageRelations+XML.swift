import Analysis

extension PackageRelations {
  /// The relations part.
  var xml: String {
    var text = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    text += #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
    for relation in relations {
      text += "<Relationship Id=\"\(Sanitizer.html(relation.id))\" Type=\"\(Sanitizer.html(relation.type))\""
      text += " Target=\"\(Sanitizer.html(relation.target))\""
      text += relation.isExternal ? " TargetMode=\"External\"/>" : "/>"
    }
    return text + "</Relationships>"
  }
}
