package dev.portcullis.api;

import dev.portcullis.access.configuration.ConfigurationKind;
import dev.portcullis.access.configuration.ConfigurationReference;

/** Where in a file each kind of thing stands. */
final class ConfigurationSection {

  private ConfigurationSection() {}

  /** The member that holds all of a kind, such as {@code permissions.pages}. */
  static String of(ConfigurationKind kind) {
    return switch (kind) {
      case APPLICATION -> "applications";
      case CONNECTION -> "connections";
      case SCIM_SCHEMA -> "scimSchemas";
      case BLUEPRINT -> "blueprints";
      case ACTION -> "actions";
      case PAGE -> "pages";
      case GROUP_RULE -> "groupRules";
      case BLUEPRINT_PERMISSIONS -> "permissions.blueprints";
      case ACTION_PERMISSIONS -> "permissions.actions";
      case PAGE_PERMISSIONS -> "permissions.pages";
    };
  }

  /** Words about what stands at a place; those that begin with a field are about that field. */
  static String located(String place, String message) {
    return message.startsWith("`")
        ? "`" + place + "." + message.substring(1)
        : "`" + place + "`: " + message;
  }

  /** Words about what stands nowhere in the file. */
  static String unlocated(ConfigurationReference about, String message) {
    return "`%s`: `%s`, which is not in the file, %s"
        .formatted(of(about.kind()), about.key(), message);
  }
}
