package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What Admins may do to people who are there: change and delete them. */
@Component
class PersonEdits {

  /** Not a field of Port's, but the provider's as long as it has the person deactivated. */
  private static final String STATUS = "status";

  private final Users users;
  private final Handles handles;
  private final ScimWords words;
  private final Claims claims;
  private final GroupVersions groupVersions;
  private final DatabaseClock clock;
  private final AuditTrail audit;

  PersonEdits(
      Users users,
      Handles handles,
      ScimWords words,
      Claims claims,
      GroupVersions groupVersions,
      DatabaseClock clock,
      AuditTrail audit) {
    this.users = users;
    this.handles = handles;
    this.words = words;
    this.claims = claims;
    this.groupVersions = groupVersions;
    this.clock = clock;
    this.audit = audit;
  }

  PersonOutcome edit(Caller caller, UUID userId, PersonEdit edit) {
    List<String> problems = edit.problems();
    if (!problems.isEmpty()) {
      return new PersonOutcome.Rejected(problems);
    }
    Optional<User> found = users.lockAnywhere(caller.organizationId(), userId);
    if (found.isEmpty()) {
      return new PersonOutcome.NotFound();
    }
    User before = found.get();
    Optional<String> problem = edit.status().flatMap(status -> statusProblem(before, status));
    if (problem.isPresent()) {
      return new PersonOutcome.Rejected(List.of(problem.get()));
    }
    boolean movesServiceAccount =
        before.isServiceAccount()
            && !edit.fields()
                .getOrDefault(PersonField.EMAIL, before.value(PersonField.EMAIL))
                .equals(before.value(PersonField.EMAIL));
    if (movesServiceAccount) {
      return new PersonOutcome.Rejected(List.of("`email` of a service account stays what it is"));
    }
    List<String> owned = ownedByScim(before, edit);
    if (!owned.isEmpty() && (edit.strict() || isAll(edit, owned))) {
      return new PersonOutcome.OwnedByScim(owned);
    }
    User after = applied(before, edit, owned);
    boolean addressed = !after.email().map(CaseFold::of).equals(before.email().map(CaseFold::of));
    if (addressed && isTaken(after)) {
      return new PersonOutcome.EmailTaken();
    }
    return new PersonOutcome.Stored(stored(caller, before, after, addressed), owned);
  }

  /** Somebody else's e-mail is given by the route for handles alone, which says so. */
  private boolean isTaken(User after) {
    return after
        .email()
        .flatMap(email -> handles.user(after.organizationId(), email))
        .filter(bearer -> !bearer.equals(after.id()))
        .isPresent();
  }

  private static Optional<String> statusProblem(User before, UserStatus wanted) {
    boolean possible =
        wanted == before.status()
            || wanted == UserStatus.ACTIVE
            || wanted == UserStatus.DISABLED
            || before.connectionId().isEmpty();
    return possible
        ? Optional.empty()
        : Optional.of(
            "`status` must be `Active` or `Disabled`: the person has come already, and is awaited"
                + " no more");
  }

  /** What the edit would change and is the provider's, in the order of the fields. */
  private static List<String> ownedByScim(User before, PersonEdit edit) {
    if (!before.managedByScim()) {
      return List.of();
    }
    List<String> owned = new ArrayList<>();
    Arrays.stream(PersonField.values())
        .filter(PersonField::isProviders)
        .filter(field -> edit.fields().containsKey(field))
        .filter(field -> !isSame(before, field, Objects.requireNonNull(edit.fields().get(field))))
        .map(PersonField::wireName)
        .forEach(owned::add);
    boolean reactivates =
        before.status() == UserStatus.DISABLED
            && !before.handProfile().disabledByHand()
            && edit.status().filter(status -> status != UserStatus.DISABLED).isPresent();
    if (reactivates) {
      owned.add(STATUS);
    }
    return owned;
  }

  private static boolean isSame(User before, PersonField field, Optional<Object> value) {
    Optional<Object> present = before.value(field);
    return field == PersonField.EMAIL
        ? present.map(PersonEdits::folded).equals(value.map(PersonEdits::folded))
        : present.equals(value.filter(text -> !text.equals("")));
  }

  private static String folded(Object text) {
    return CaseFold.of((String) text);
  }

  /** Whether the edit consists of what is the provider's and of nothing else. */
  private static boolean isAll(PersonEdit edit, List<String> owned) {
    return !edit.accompanied()
        && edit.role().isEmpty()
        && (edit.status().isEmpty() || owned.contains(STATUS))
        && edit.fields().keySet().stream().allMatch(PersonField::isProviders);
  }

  private User applied(User before, PersonEdit edit, List<String> owned) {
    User after = before;
    for (Map.Entry<PersonField, Optional<Object>> field : edit.fields().entrySet()) {
      Optional<Object> value = field.getValue().filter(text -> !text.equals(""));
      if (!owned.contains(field.getKey().wireName()) && !isSame(before, field.getKey(), value)) {
        after = PersonAttributes.changed(after, field.getKey(), value);
      }
    }
    Optional<UserStatus> status =
        edit.status().filter(wanted -> wanted != before.status() && !owned.contains(STATUS));
    if (status.isPresent()) {
      after = standing(after, status.get());
    }
    return edit.role().map(after::withRoleByHand).orElse(after);
  }

  private static User standing(User user, UserStatus status) {
    boolean disabled = status == UserStatus.DISABLED;
    User standing =
        user.withStatus(status).withHandProfile(user.handProfile().withDisabledByHand(disabled));
    // A service account has its tokens again when it is let act again.
    return disabled && !user.isServiceAccount() ? standing.withCredentialsEnded() : standing;
  }

  private User stored(Caller caller, User before, User applied, boolean addressed) {
    if (applied.equals(before)) {
      return before;
    }
    Instant now = clock.now();
    User after = applied.countedAsChangeOf(before, now);
    if (addressed && after.connectionId().isEmpty()) {
      after = after.withUserName(after.email().orElse(after.userName()));
    }
    users.update(before, after);
    if (addressed) {
      handles.assign(caller, after, after.email().orElseThrow(), now);
    }
    audit.record(
        caller,
        AuditEntry.updated("user", after.id().toString(), before.described(), after.described()));
    return after;
  }

  void moderateInstead(Caller caller, String blueprint, Optional<String> other) {
    for (UUID moderator : users.moderatorsByHand(caller.organizationId())) {
      users
          .lockAnywhere(caller.organizationId(), moderator)
          .filter(user -> user.handRole().moderatedBlueprints().contains(blueprint))
          .ifPresent(user -> {
            List<String> moderated = new ArrayList<>(user.handRole().moderatedBlueprints());
            moderated.remove(blueprint);
            other.ifPresent(moderated::add);
            stored(
                caller,
                user,
                user.withRoleByHand(new HandRole(user.roleByHand(), moderated)),
                false);
          });
    }
  }

  /** Deletes a person; the tombstone keeps the provider's id from coming back by a sign-in. */
  PersonOutcome delete(Caller caller, UUID userId) {
    groupVersions.lockShowing(caller.organizationId(), userId);
    Optional<User> found = users.lockAnywhere(caller.organizationId(), userId);
    if (found.isEmpty()) {
      return new PersonOutcome.NotFound();
    }
    Instant now = clock.now();
    groupVersions.count(caller.organizationId(), userId, now);
    handles.release(found.get());
    words.forget(found.get());
    claims.forget(found.get());
    users.bury(found.get(), now);
    audit.record(caller, AuditEntry.deleted("user", userId.toString(), found.get().described()));
    return new PersonOutcome.Deleted();
  }
}
