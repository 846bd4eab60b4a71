package dev.portcullis.access.configuration;

import dev.portcullis.access.GroupRuleDraft;
import dev.portcullis.access.PermissionBlock;
import dev.portcullis.access.PermissionOwner;
import dev.portcullis.attribute.AttributeSchema;
import dev.portcullis.catalog.BlueprintDefinition;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.Relation;
import dev.portcullis.connection.ConnectionSettings;
import dev.portcullis.organization.ApplicationSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One thing of a configuration. */
public sealed interface ConfigurationItem {

  ConfigurationKind kind();

  /** Its name, unique within its kind. */
  String identifier();

  /** What it is found by. */
  default ConfigurationReference reference() {
    return new ConfigurationReference(kind(), identifier());
  }

  /** What it names, and cannot be without. */
  default Stream<ConfigurationReference> needs() {
    return Stream.empty();
  }

  /** With what it goes by itself. */
  default Optional<ConfigurationReference> owner() {
    return Optional.empty();
  }

  /** Whether there is no difference between it and nothing. */
  default boolean isNothing() {
    return false;
  }

  /** Whether it says the same, and in the same order, which equality of maps passes over. */
  default boolean isLike(ConfigurationItem other) {
    return equals(other) && toString().equals(other.toString());
  }

  /** An application; its client id is each organization's own. */
  record OfApplication(ApplicationSettings settings) implements ConfigurationItem {
    @Override
    public ConfigurationKind kind() {
      return ConfigurationKind.APPLICATION;
    }

    @Override
    public String identifier() {
      return settings.name();
    }
  }

  /**
   * A connection without its secret.
   *
   * @param settings name an application by its name
   */
  record OfConnection(ConnectionSettings settings) implements ConfigurationItem {
    @Override
    public ConfigurationKind kind() {
      return ConfigurationKind.CONNECTION;
    }

    @Override
    public String identifier() {
      return settings.name();
    }

    @Override
    public Stream<ConfigurationReference> needs() {
      return settings.application().stream()
          .map(name -> new ConfigurationReference(ConfigurationKind.APPLICATION, name));
    }
  }

  /** What an organization adds to its users or groups. */
  record OfSchema(AttributeSchema schema) implements ConfigurationItem {
    @Override
    public ConfigurationKind kind() {
      return ConfigurationKind.SCIM_SCHEMA;
    }

    @Override
    public String identifier() {
      return schema.urn();
    }

    @Override
    public ConfigurationReference reference() {
      return new ConfigurationReference(kind(), AttributeSchema.key(schema.urn()));
    }
  }

  /** A blueprint; of those of people and teams what the organization adds. */
  record OfBlueprint(BlueprintDefinition definition) implements ConfigurationItem {
    @Override
    public ConfigurationKind kind() {
      return ConfigurationKind.BLUEPRINT;
    }

    @Override
    public String identifier() {
      return definition.identifier();
    }

    @Override
    public Stream<ConfigurationReference> needs() {
      return definition.relations().values().stream()
          .map(Relation::target)
          .filter(target -> !target.equals(identifier()))
          .map(target -> new ConfigurationReference(ConfigurationKind.BLUEPRINT, target));
    }
  }

  /** An action or a page. */
  record OfPortal(PortalObject.Kind portalKind, String identifier, Map<String, Object> document)
      implements ConfigurationItem {

    public OfPortal {
      document = Collections.unmodifiableMap(new LinkedHashMap<>(document));
    }

    @Override
    public ConfigurationKind kind() {
      return switch (portalKind) {
        case ACTION -> ConfigurationKind.ACTION;
        case PAGE -> ConfigurationKind.PAGE;
      };
    }

    @Override
    public Stream<ConfigurationReference> needs() {
      return PortalObject.blueprintOf(portalKind, document).stream()
          .map(name -> new ConfigurationReference(ConfigurationKind.BLUEPRINT, name));
    }
  }

  /** A group rule. */
  record OfGroupRule(GroupRuleDraft draft) implements ConfigurationItem {
    @Override
    public ConfigurationKind kind() {
      return ConfigurationKind.GROUP_RULE;
    }

    @Override
    public String identifier() {
      return draft.identifier();
    }

    @Override
    public Stream<ConfigurationReference> needs() {
      return Stream.concat(
          draft.connections().stream()
              .map(name -> new ConfigurationReference(ConfigurationKind.CONNECTION, name)),
          draft.grant().blueprints().stream()
              .map(name -> new ConfigurationReference(ConfigurationKind.BLUEPRINT, name)));
    }
  }

  /**
   * What a permission document says otherwise than the default one.
   *
   * @param blocks by their keys; teams by the name that was sent, whomever it means
   */
  record OfPermissions(PermissionOwner permissionOwner, Map<String, PermissionBlock> blocks)
      implements ConfigurationItem {

    public OfPermissions {
      blocks = Collections.unmodifiableMap(new TreeMap<>(blocks));
    }

    @Override
    public ConfigurationKind kind() {
      return switch (permissionOwner.kind()) {
        case BLUEPRINT -> ConfigurationKind.BLUEPRINT_PERMISSIONS;
        case ACTION -> ConfigurationKind.ACTION_PERMISSIONS;
        case PAGE -> ConfigurationKind.PAGE_PERMISSIONS;
      };
    }

    @Override
    public String identifier() {
      return permissionOwner.identifier();
    }

    @Override
    public Optional<ConfigurationReference> owner() {
      ConfigurationKind kind =
          switch (permissionOwner.kind()) {
            case BLUEPRINT -> ConfigurationKind.BLUEPRINT;
            case ACTION -> ConfigurationKind.ACTION;
            case PAGE -> ConfigurationKind.PAGE;
          };
      return Optional.of(new ConfigurationReference(kind, identifier()));
    }

    @Override
    public Stream<ConfigurationReference> needs() {
      return owner().stream();
    }

    @Override
    public boolean isNothing() {
      return blocks.isEmpty();
    }
  }
}
