package dev.portcullis.access.configuration;

import dev.portcullis.access.GroupRules;
import dev.portcullis.access.PermissionDepartures;
import dev.portcullis.access.PermissionDocuments;
import dev.portcullis.access.PermissionOwner;
import dev.portcullis.catalog.Blueprints;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObjects;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.AttributeSchemas;
import dev.portcullis.organization.PortalApplications;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All parts of a configuration, in the order in which they are brought about. */
@Component
class ConfigurationParts {

  private final ApplicationsPart applications;
  private final List<ConfigurationPart<?>> all;

  ConfigurationParts(
      PortalApplications applications,
      Connections connections,
      AttributeSchemas schemas,
      Catalog catalog,
      Blueprints blueprints,
      PortalObjects objects,
      GroupRules rules,
      PermissionDocuments documents,
      PermissionDepartures departures) {
    this.applications = new ApplicationsPart(applications);
    this.all =
        List.of(
            this.applications,
            new ConnectionsPart(connections, applications),
            new SchemasPart(schemas),
            new BlueprintsPart(catalog, blueprints),
            new PortalPart(PortalObject.Kind.ACTION, objects),
            new PortalPart(PortalObject.Kind.PAGE, objects),
            new GroupRulesPart(rules),
            new PermissionsPart(PermissionOwner.Kind.BLUEPRINT, documents, departures),
            new PermissionsPart(PermissionOwner.Kind.ACTION, documents, departures),
            new PermissionsPart(PermissionOwner.Kind.PAGE, documents, departures));
  }

  List<ConfigurationPart<?>> all() {
    return all;
  }

  /** Names that several applications bear, so that a file could not tell which one is meant. */
  List<String> ambiguous(UUID organizationId) {
    return applications.ambiguous(organizationId);
  }
}
