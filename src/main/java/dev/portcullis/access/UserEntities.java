package dev.portcullis.access;

import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.EntitySource;
import dev.portcullis.catalog.LentEntity;
import dev.portcullis.catalog.OwningTeam;
import dev.portcullis.catalog.Provenance;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.directory.UserStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lends the catalog the directory's people, with the roles that they hold at this moment. */
@Component
class UserEntities implements EntitySource {

  private final Memberships memberships;
  private final AccessSubjects subjects;
  private final GroupRuleRows rules;

  UserEntities(Memberships memberships, AccessSubjects subjects, GroupRuleRows rules) {
    this.memberships = memberships;
    this.subjects = subjects;
    this.rules = rules;
  }

  @Override
  public String blueprint() {
    return SystemBlueprints.USER;
  }

  @Override
  public Optional<LentEntity> find(UUID organizationId, String identifier) {
    return switch (memberships.subject(organizationId, identifier)) {
      case SubjectOutcome.Found(User user, _) -> Optional.of(lent(subjects.of(user)));
      case SubjectOutcome.Unknown _, SubjectOutcome.Ambiguous _ -> Optional.empty();
    };
  }

  @Override
  public List<LentEntity> some(UUID organizationId, int limit) {
    List<GroupRule> known = rules.all(organizationId);
    return memberships.people(organizationId, limit).stream()
        .map(person ->
            lent(
                person.user(),
                person.handle(),
                person.belongings(),
                Standing.of(person.user(), person.belongings(), known)))
        .toList();
  }

  static LentEntity lent(AccessSubject subject) {
    return lent(subject.user(), subject.handle(), subject.belongings(), subject.standing());
  }

  /** Whoever has no e-mail goes by the id. */
  static String identifier(User user, Optional<String> handle) {
    return handle.orElseGet(() -> user.id().toString());
  }

  private static LentEntity lent(
      User user, Optional<String> handle, List<Belonging> belongings, Standing standing) {
    String id = user.id().toString();
    EffectiveRole role = standing.effective();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("status", status(user.status()));
    properties.put("port_role", role.role());
    properties.put("moderated_blueprints", role.moderatedBlueprints());
    properties.put(
        "port_type",
        user.isServiceAccount() ? ServiceAccounts.PORT_TYPE : UserEntityReading.STANDARD);
    return new LentEntity(
        id,
        new Entity(
            SystemBlueprints.USER,
            identifier(user, handle),
            Optional.of(user.fullName()),
            Optional.empty(),
            belongings.stream()
                .map(Belonging::identifier)
                .map(team -> new OwningTeam(team, Optional.of(team)))
                .toList(),
            properties,
            Map.of(),
            new Provenance(user.createdAt(), "portcullis", user.updatedAt(), "portcullis")));
  }

  private static String status(UserStatus status) {
    return switch (status) {
      case ACTIVE -> "Active";
      case STAGED -> "Staged";
      case INVITED -> "Invited";
      case DISABLED, DELETED, PARKED -> "Disabled";
    };
  }
}
