package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.ChangeTerms;
import dev.portcullis.access.GuardedChanges;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.ConnectionOutcome;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.MembershipPreviews;
import dev.portcullis.directory.PreviewOutcome;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Organizations;
import dev.portcullis.organization.PortalApplication;
import dev.portcullis.organization.PortalApplications;
import dev.portcullis.organization.PublicAddresses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An organization's links to identity providers. */
@RestController
@RequestMapping("/v1/connections")
class ConnectionsController {

  private final Connections connections;
  private final Organizations organizations;
  private final PortalApplications applications;
  private final PublicAddresses addresses;
  private final MembershipPreviews previews;
  private final GuardedChanges changes;

  ConnectionsController(
      Connections connections,
      Organizations organizations,
      PortalApplications applications,
      PublicAddresses addresses,
      MembershipPreviews previews,
      GuardedChanges changes) {
    this.connections = connections;
    this.organizations = organizations;
    this.applications = applications;
    this.addresses = addresses;
    this.previews = previews;
    this.changes = changes;
  }

  /** Either the connection as it is, or what a change would do to memberships and rights. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reply(
      boolean ok,
      @Nullable ConnectionRepresentation connection,
      @Nullable MembershipPreviewRepresentation preview,
      @Nullable AccessPreviewRepresentation access) {}

  record ListReply(boolean ok, List<ConnectionRepresentation> connections) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Reply create(@AuthenticationPrincipal Caller caller, @RequestBody ConnectionFields fields) {
    return stored(caller, connections.create(caller, fields.settings(), fields.secret()), "");
  }

  @GetMapping
  ListReply list(@AuthenticationPrincipal Caller caller) {
    String publicUrl = publicUrl(caller);
    Map<String, PortalApplication> known =
        applications.all(caller.organizationId()).stream()
            .collect(Collectors.toMap(PortalApplication::clientId, Function.identity()));
    return new ListReply(
        true,
        connections.all(caller.organizationId()).stream()
            .map(connection -> represented(connection, application(connection, known), publicUrl))
            .toList());
  }

  private static Optional<PortalApplication> application(
      Connection connection, Map<String, PortalApplication> known) {
    return connection.settings().application().flatMap(id -> Optional.ofNullable(known.get(id)));
  }

  @GetMapping("/{name}")
  Reply get(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
    return connections
        .named(caller.organizationId(), name)
        .map(connection -> reply(caller, connection))
        .orElseThrow(() -> notFound(name));
  }

  @PatchMapping("/{name}")
  Reply edit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String name,
      ChangeTerms terms,
      @RequestBody ConnectionFields fields) {
    return terms.dryRun()
        ? GuardedReply.of(
            changes.of(
                caller,
                terms,
                () -> previews.of(caller, name, fields::over, fields.secretChange())),
            (outcome, access) -> previewed(outcome, name, access))
        : GuardedReply.of(
            changes.of(
                caller,
                terms,
                () -> connections.edit(caller, name, fields::over, fields.secretChange())),
            (outcome, _) -> stored(caller, outcome, name));
  }

  private static Reply previewed(
      PreviewOutcome outcome, String name, @Nullable AccessPreviewRepresentation access) {
    return new Reply(true, null, MembershipPreviewRepresentation.of(outcome, name), access);
  }

  @DeleteMapping("/{name}")
  Done delete(
      @AuthenticationPrincipal Caller caller, @PathVariable String name, ChangeTerms terms) {
    return GuardedReply.of(
        changes.of(caller, terms, () -> connections.delete(caller, name)),
        (outcome, preview) -> deleted(outcome, name, preview));
  }

  private static Done deleted(
      ConnectionOutcome outcome, String name, @Nullable AccessPreviewRepresentation preview) {
    return switch (outcome) {
      case ConnectionOutcome.Deleted _ -> new Done(true, preview);
      case ConnectionOutcome.NotFound _ -> throw notFound(name);
      case ConnectionOutcome.LastAdmin _ -> throw lastAdmin();
      case ConnectionOutcome.Stored _,
          ConnectionOutcome.NameTaken _,
          ConnectionOutcome.Rejected _ ->
          throw new IllegalStateException("not an outcome of deletion");
    };
  }

  private Reply stored(Caller caller, ConnectionOutcome outcome, String name) {
    return switch (outcome) {
      case ConnectionOutcome.Stored(Connection connection) -> reply(caller, connection);
      case ConnectionOutcome.NotFound _,
          ConnectionOutcome.NameTaken _,
          ConnectionOutcome.Rejected _,
          ConnectionOutcome.LastAdmin _,
          ConnectionOutcome.Deleted _ ->
          throw refusal(outcome, name);
    };
  }

  /** Why a connection is not stored. */
  static RequestFault refusal(ConnectionOutcome outcome, String name) {
    return switch (outcome) {
      case ConnectionOutcome.NotFound _ -> notFound(name);
      case ConnectionOutcome.NameTaken(String taken) ->
          RequestFault.conflict("a connection named `" + taken + "` exists already");
      case ConnectionOutcome.Rejected(List<String> problems) -> RequestFault.invalid(problems);
      case ConnectionOutcome.LastAdmin _ -> lastAdmin();
      case ConnectionOutcome.Stored _, ConnectionOutcome.Deleted _ ->
          throw new IllegalStateException("not a refusal");
    };
  }

  private static RequestFault lastAdmin() {
    return RequestFault.conflict(
        "nobody would be an Admin any more, so that nothing was changed; make somebody of another"
            + " connection an Admin first");
  }

  static RequestFault notFound(String name) {
    return RequestFault.notFound("Connection", "name", name);
  }

  private Reply reply(Caller caller, Connection connection) {
    Optional<PortalApplication> application =
        connection
            .settings()
            .application()
            .flatMap(id -> applications.find(caller.organizationId(), id));
    return new Reply(true, represented(connection, application, publicUrl(caller)), null, null);
  }

  private static ConnectionRepresentation represented(
      Connection connection, Optional<PortalApplication> application, String publicUrl) {
    return ConnectionRepresentation.of(
        connection, ConnectionAddresses.of(connection, application, publicUrl));
  }

  private String publicUrl(Caller caller) {
    return organizations
        .find(caller.organizationId())
        .map(organization -> addresses.of(organization.region()).toString())
        .orElseThrow();
  }
}
