package dev.portcullis.access.configuration;

/**
 * What a configuration consists of, in the order in which it is brought about: what comes later
 * names what comes earlier. Removals go the other way round.
 */
public enum ConfigurationKind {
  APPLICATION("application"),
  CONNECTION("connection"),
  SCIM_SCHEMA("scim-schema"),
  BLUEPRINT("blueprint"),
  ACTION("action"),
  PAGE("page"),
  GROUP_RULE("group-rule"),
  BLUEPRINT_PERMISSIONS("blueprint-permissions"),
  ACTION_PERMISSIONS("action-permissions"),
  PAGE_PERMISSIONS("page-permissions");

  private final String wireName;

  ConfigurationKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name that the audit log has for it. */
  public String wireName() {
    return wireName;
  }
}
