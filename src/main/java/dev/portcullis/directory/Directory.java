package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Operand;
import dev.portcullis.attribute.Page;
import dev.portcullis.attribute.PlainText;
import dev.portcullis.attribute.Sorting;
import dev.portcullis.attribute.Window;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.ConnectionChanged;
import dev.portcullis.directory.query.Ids;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The doorway to the users and groups of a connection: everything that an identity provider says
 * comes in here, over SCIM or at a sign-in.
 *
 * <p>Every method is one transaction, bounded by the connection and through it by the organization;
 * what belongs to another connection looks absent. What SCIM says of members is written down as
 * evidence; who belongs follows from it and is read through {@link Memberships}.
 */
@Component
public class Directory {

  private static final AttributeKey EMAIL =
      new AttributeKey("emails.value", AttributeKey.Kind.TEXT);

  /** How many users of one e-mail are looked at. */
  private static final int MAX_SHARING = 100;

  private final UserPushes userPushes;
  private final UserEdits userEdits;
  private final NewGroups newGroups;
  private final GroupChanges groupChanges;
  private final SignInSync signInSync;
  private final Users users;
  private final Groups groups;
  private final Searches searches;
  private final Walking walking;
  private final ScimMembers members;

  Directory(
      UserPushes userPushes,
      UserEdits userEdits,
      NewGroups newGroups,
      GroupChanges groupChanges,
      SignInSync signInSync,
      Users users,
      Groups groups,
      Searches searches,
      Walking walking,
      ScimMembers members) {
    this.userPushes = userPushes;
    this.userEdits = userEdits;
    this.newGroups = newGroups;
    this.groupChanges = groupChanges;
    this.signInSync = signInSync;
    this.users = users;
    this.groups = groups;
    this.searches = searches;
    this.walking = walking;
    this.members = members;
  }

  /**
   * Takes a user that SCIM pushes as new: makes it, adopts the one that a sign-in made with that
   * external id, or, in the {@code okta} dialect, restores a deactivated one of that external id
   * with role Member and without SCIM's earlier words.
   */
  @OneTransaction
  public UserOutcome createUser(Caller caller, Connection connection, UserProfile profile) {
    return userPushes.create(caller, connection, profile);
  }

  /**
   * Changes a user. A sign-in's user is adopted; deactivation and a change of the external id,
   * which means another person, raise the credential epoch.
   */
  @OneTransaction
  public UserOutcome editUser(
      Caller caller, Connection connection, UUID userId, Precondition precondition, UserEdit edit) {
    return userEdits.edit(caller, connection, userId, precondition, edit);
  }

  /** Deletes a user; only a tombstone remains, which sign-ins do not bring back. */
  @OneTransaction
  public UserOutcome deleteUser(
      Caller caller, Connection connection, UUID userId, Precondition precondition) {
    return userEdits.delete(caller, connection, userId, precondition);
  }

  /**
   * Raises a user's credential epoch, so that every session and token of theirs is refused from now
   * on; empty if the organization has no such user.
   */
  @OneTransaction
  public Optional<User> endCredentials(Caller caller, UUID userId) {
    return userEdits.endCredentials(caller, userId);
  }

  /** The user of that id. */
  @OneTransaction(readOnly = true)
  public Optional<User> user(Connection connection, UUID userId) {
    return users.find(connection, userId);
  }

  /** The user of that id, as a client spells it. */
  @OneTransaction(readOnly = true)
  public Optional<User> withId(Connection connection, String userId) {
    return Ids.parse(userId).flatMap(id -> users.find(connection, id));
  }

  /** The user whom the identity provider knows by that id, which is a token's {@code sub}. */
  @OneTransaction(readOnly = true)
  public Optional<User> withExternalId(Connection connection, String externalId) {
    return PlainText.isPlain(externalId)
        ? users.one(connection, " and u.external_id_key = ?" + Users.VISIBLE, externalId)
        : Optional.empty();
  }

  /** The users who have that e-mail, whatever its case and whoever vouches for it. */
  @OneTransaction(readOnly = true)
  public List<User> withEmail(Connection connection, String email) {
    DirectoryQuery query =
        new DirectoryQuery.Compare(EMAIL, DirectoryQuery.Comparison.EQUAL, new Operand.Text(email));
    return PlainText.isPlain(email)
        ? searches
            .page(connection, Search.ofUsers(query, Sorting.BY_ID, ""), new Window(1, MAX_SHARING))
            .elements()
            .stream()
            .map(User.class::cast)
            .toList()
        : List.of();
  }

  /**
   * The person who signed in, if they may still act: neither deactivated nor deleted since, and
   * with the credential epoch that they signed in with.
   */
  @OneTransaction(readOnly = true)
  public Optional<User> signedIn(Connection connection, Actor.Person person) {
    return users.find(connection, person.userId()).filter(user -> stands(user, person));
  }

  /**
   * As {@link #signedIn}, and neither deactivation nor deletion of the person comes through until
   * the present transaction ends. To be called within one.
   */
  public Optional<User> lockSignedIn(Connection connection, Actor.Person person) {
    return users.lock(connection, person.userId()).filter(user -> stands(user, person));
  }

  private static boolean stands(User user, Actor.Person person) {
    return user.active() && user.credentialEpoch() == person.credentialEpoch();
  }

  /**
   * Does changes that only make sense together in one transaction: all of them, or none if {@code
   * work} throws. It may run more than once, so it must have no effect outside the directory.
   */
  @OneTransaction
  public <T> T together(Supplier<T> work) {
    return work.get();
  }

  /** What matches, a part of it. */
  @OneTransaction(readOnly = true)
  public Page<DirectoryResource> search(Connection connection, Search search, Window window) {
    return searches.page(connection, search, window);
  }

  /**
   * The next part of a walk through everything that matches, which shows once whatever exists from
   * its beginning to its end (RFC 9865).
   *
   * @param cursor where to go on; empty at the beginning
   * @param count the most resources; there may be fewer, also before the end
   */
  @OneTransaction
  public WalkOutcome walk(
      Connection connection, Search search, Optional<Cursor> cursor, int count) {
    return walking.walk(connection, search, cursor, count);
  }

  /** The groups in which SCIM's word on each of these users is: member; in order of their names. */
  @OneTransaction(readOnly = true)
  public Map<UUID, List<Group>> groupsOf(Connection connection, Collection<UUID> userIds) {
    return members.groupsOf(connection, userIds);
  }

  /**
   * Takes a group that SCIM pushes as new: makes it, or adopts the one of that name that a sign-in
   * made.
   */
  @OneTransaction
  public GroupOutcome createGroup(Caller caller, Connection connection, GroupDraft draft) {
    return newGroups.create(caller, connection, draft);
  }

  /**
   * Applies what SCIM says of a group, all of it or nothing. The members are written as a set of
   * words; they are not read, so that the cost depends on the change and not on the group's size.
   */
  @OneTransaction
  public GroupOutcome changeGroup(
      Caller caller,
      Connection connection,
      UUID groupId,
      Precondition precondition,
      List<GroupChange> changes) {
    return groupChanges.change(caller, connection, groupId, precondition, changes);
  }

  /**
   * Deletes a group, which says <i>not member</i> of everybody; only a claim issued later, or a
   * push, makes a group of that name again.
   */
  @OneTransaction
  public GroupOutcome deleteGroup(
      Caller caller, Connection connection, UUID groupId, Precondition precondition) {
    return groupChanges.delete(caller, connection, groupId, precondition);
  }

  /** The group of that id. */
  @OneTransaction(readOnly = true)
  public Optional<Group> group(Connection connection, UUID groupId) {
    return groups.find(connection, groupId);
  }

  /** Whom SCIM calls members of each of these groups, parked values included; in order of ids. */
  @OneTransaction(readOnly = true)
  public Map<UUID, List<Member>> membersOf(Connection connection, Collection<UUID> groupIds) {
    return members.membersOf(connection, groupIds);
  }

  /** Takes what a verified ID token says of a person, and answers what came of it. */
  @OneTransaction
  public SyncOutcome signIn(Caller caller, Connection connection, SignInStatement statement) {
    return signInSync.apply(caller, connection, statement);
  }

  /** Lets a changed group filter take effect on everybody, in the transaction that changes it. */
  @EventListener
  void follow(ConnectionChanged changed) {
    var before = changed.before().settings().claim().filter();
    if (!before.equals(changed.after().settings().claim().filter())) {
      signInSync.refilter(changed.after());
    }
  }
}
