package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Page;
import dev.portcullis.attribute.Sorting;
import dev.portcullis.attribute.Window;
import dev.portcullis.connection.AbsentClaim;
import dev.portcullis.connection.ClaimSettings;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.ConnectionEdit;
import dev.portcullis.connection.ConnectionOutcome;
import dev.portcullis.connection.ConnectionSettings;
import dev.portcullis.connection.Connections;
import dev.portcullis.connection.Dialect;
import dev.portcullis.connection.Provisioning;
import dev.portcullis.connection.SecretChange;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Organization;
import dev.portcullis.organization.OrganizationOutcome;
import dev.portcullis.organization.Organizations;
import dev.portcullis.organization.Region;
import dev.portcullis.organization.TimeOrderedId;
import dev.portcullis.pattern.GroupFilter;
import dev.portcullis.pattern.GroupPattern;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** An organization of its own with one connection, and the words in which its stories are told. */
final class DirectoryWorld {

  static final String TRACE = "0123456789abcdef0123456789abcdef";

  final PortcullisServer server;
  final Directory directory;
  final Memberships memberships;
  final Caller caller;
  Connection connection;
  private int neighbours;

  private DirectoryWorld(PortcullisServer server, Caller caller, Connection connection) {
    this.server = server;
    this.directory = server.bean(Directory.class);
    this.memberships = server.bean(Memberships.class);
    this.caller = caller;
    this.connection = connection;
  }

  static DirectoryWorld on(TestDatabase database) {
    return on(database, Dialect.OKTA, Provisioning.SCIM_AND_SIGN_IN);
  }

  static DirectoryWorld on(TestDatabase database, Dialect dialect, Provisioning provisioning) {
    PortcullisServer server = PortcullisServer.on(database);
    Organizations organizations = server.bean(Organizations.class);
    Actor anOperator = new Actor.Client("operator", true);
    // The first organization, which the start made, is the operator's own.
    Caller operator =
        new Caller(
            organizations.visibleTo(new Caller(TimeOrderedId.next(), anOperator, TRACE)).stream()
                .filter(organization -> organization.name().equals("default"))
                .findFirst()
                .orElseThrow()
                .id(),
            anOperator,
            TRACE);
    OrganizationOutcome made =
        organizations.create(operator, "world " + TimeOrderedId.next(), Region.EU);
    Organization organization = ((OrganizationOutcome.Created) made).organization();
    Caller caller = new Caller(organization.id(), new Actor.Client("admin", false), TRACE);
    ConnectionOutcome stored =
        server
            .bean(Connections.class)
            .create(
                caller,
                settings("okta", claim(".*", false), dialect, provisioning),
                Optional.empty());
    return new DirectoryWorld(server, caller, ((ConnectionOutcome.Stored) stored).connection());
  }

  private static ClaimSettings claim(String regex, boolean covers) {
    return new ClaimSettings("groups", filter(regex), AbsentClaim.AUTO, Optional.empty(), covers);
  }

  private static ConnectionSettings settings(
      String name, ClaimSettings claim, Dialect dialect, Provisioning provisioning) {
    return new ConnectionSettings(
        name,
        "https://acme.okta.example",
        "client",
        List.of("openid", "groups"),
        Optional.empty(),
        claim,
        dialect,
        provisioning,
        true,
        Duration.ofDays(3),
        Duration.ofDays(7));
  }

  private static GroupFilter filter(String regex) {
    return new GroupFilter(
        GroupPattern.parse("MATCHES_REGEX", regex).orElseThrow(), Optional.empty());
  }

  /** Changes the group filter of the connection. */
  void filterBy(String regex) {
    edit(current ->
        settings(
            current.name(),
            claim(regex, current.claim().covers()),
            current.dialect(),
            current.provisioning()));
  }

  /** Says whether the claims of the connection cover what SCIM pushes. */
  void coverBy(boolean covers) {
    edit(current ->
        settings(
            current.name(),
            new ClaimSettings(
                current.claim().name(),
                current.claim().filter(),
                current.claim().absent(),
                current.claim().separator(),
                covers),
            current.dialect(),
            current.provisioning()));
  }

  /** Says who makes users of the connection. */
  void provisionBy(Provisioning provisioning) {
    edit(current -> settings(current.name(), current.claim(), current.dialect(), provisioning));
  }

  private void edit(ConnectionEdit edit) {
    ConnectionOutcome outcome =
        server
            .bean(Connections.class)
            .edit(caller, connection.name(), edit, new SecretChange.Keep());
    connection = ((ConnectionOutcome.Stored) outcome).connection();
  }

  static UserProfile profile(String userName, String externalId) {
    return new UserProfile(
        userName,
        Optional.of(externalId),
        Optional.of(true),
        new AttributeValues(
            Map.of("emails", List.of(Map.of("value", userName + "@acme.test", "primary", true)))));
  }

  UserOutcome push(String userName, String externalId) {
    return directory.createUser(caller, connection, profile(userName, externalId));
  }

  User pushed(String userName) {
    return ((UserOutcome.Created) push(userName, "00u-" + userName)).user();
  }

  UserOutcome edit(User user, UserEdit edit) {
    return directory.editUser(caller, connection, user.id(), Precondition.NONE, edit);
  }

  UserOutcome setActive(User user, boolean active) {
    return edit(
        user,
        current ->
            new UserProfile(
                current.userName(),
                current.externalId(),
                Optional.of(active),
                current.attributes()));
  }

  Group pushedGroup(String name, String... members) {
    GroupOutcome outcome =
        directory.createGroup(
            caller,
            connection,
            new GroupDraft(name, Optional.empty(), AttributeValues.NONE, List.of(members)));
    return ((GroupOutcome.Created) outcome).group();
  }

  GroupOutcome say(Group group, GroupChange... changes) {
    return directory.changeGroup(
        caller, connection, group.id(), Precondition.NONE, List.of(changes));
  }

  SyncOutcome signIn(String subject, Instant issuedAt, ClaimedGroups groups) {
    SignInStatement statement =
        new SignInStatement(
            subject,
            Optional.empty(),
            Optional.of(subject + "@acme.test"),
            true,
            Optional.empty(),
            Optional.empty(),
            issuedAt,
            groups);
    return directory.signIn(caller, connection, statement);
  }

  /**
   * A sign-in with a token issued just now, a second ahead so that it comes after what was said.
   */
  SyncOutcome.Synchronised signsInWith(String subject, String... names) {
    return (SyncOutcome.Synchronised)
        signIn(subject, secondsFromNow(1), new ClaimedGroups.Complete(List.of(names)));
  }

  static Instant secondsFromNow(long seconds) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
  }

  /** The names of the groups to which a user belongs. */
  Set<String> belongings(UUID userId) {
    return memberships.of(caller.organizationId(), userId).stream()
        .map(Belonging::displayName)
        .collect(Collectors.toSet());
  }

  /** Whom SCIM's reads show as members of a group. */
  Set<String> scimMembers(Group group) {
    return directory
        .membersOf(connection, List.of(group.id()))
        .getOrDefault(group.id(), List.of())
        .stream()
        .map(Member::value)
        .collect(Collectors.toSet());
  }

  static final String PREFIX = "https://portcullis.test/scim/v2";

  /** A page of all users. */
  Page<DirectoryResource> users(int count) {
    return directory.search(
        connection,
        Search.ofUsers(new DirectoryQuery.All(), Sorting.BY_ID, PREFIX),
        new Window(1, count));
  }

  /** All groups, the first hundred. */
  List<Group> groups() {
    return directory
        .search(
            connection,
            Search.ofGroups(new DirectoryQuery.All(), Sorting.BY_ID, PREFIX),
            new Window(1, 100))
        .elements()
        .stream()
        .map(Group.class::cast)
        .toList();
  }

  /** Another connection of the same organization, from which nothing may be seen here. */
  DirectoryWorld neighbour() {
    ConnectionOutcome stored =
        server
            .bean(Connections.class)
            .create(
                caller,
                settings(
                    "other-" + neighbours++,
                    claim(".*", false),
                    Dialect.OKTA,
                    Provisioning.SCIM_AND_SIGN_IN),
                Optional.empty());
    return new DirectoryWorld(server, caller, ((ConnectionOutcome.Stored) stored).connection());
  }
}
