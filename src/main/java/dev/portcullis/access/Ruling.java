package dev.portcullis.access;

/** A permission document with what was compiled of it. */
record Ruling(VersionedPermissions document, RuleCompiler.Compiled compiled) {

  static Ruling of(VersionedPermissions document) {
    return new Ruling(document, RuleCompiler.compile(document));
  }
}
