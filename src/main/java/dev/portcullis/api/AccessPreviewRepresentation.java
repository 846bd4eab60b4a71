package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.AccessChange;
import dev.portcullis.access.AccessPreview;
import dev.portcullis.access.EffectiveRole;
import dev.portcullis.access.Extent;
import dev.portcullis.access.Right;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who would gain and who would lose which right, in a reply: the counts, and then everybody, who
 * are written one after the other.
 */
record AccessPreviewRepresentation(
    int people,
    int gaining,
    int losing,
    boolean complete,
    List<String> warnings,
    Iterable<ChangeRepresentation> changes) {

  /** The most entities of one right that are named. */
  private static final int MOST_NAMED = 100;

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ChangeRepresentation(
      UserRepresentation user,
      @Nullable RoleRepresentation role,
      @Nullable TeamsRepresentation teams,
      List<RightRepresentation> gains,
      List<RightRepresentation> losses) {

    static ChangeRepresentation of(AccessChange change) {
      return new ChangeRepresentation(
          new UserRepresentation(change.userId(), change.email().orElse(null)),
          RoleRepresentation.of(change.roleBefore(), change.roleAfter()),
          TeamsRepresentation.of(change.teamsJoined(), change.teamsLeft()),
          change.gains().stream().map(RightRepresentation::of).toList(),
          change.losses().stream().map(RightRepresentation::of).toList());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UserRepresentation(UUID id, @Nullable String email) {}

  /** The role before and after; null for whoever may not act. Left out if it stays the same. */
  record RoleRepresentation(@Nullable EffectiveRole before, @Nullable EffectiveRole after) {

    static @Nullable RoleRepresentation of(
        Optional<EffectiveRole> before, Optional<EffectiveRole> after) {
      return Objects.equals(before, after)
          ? null
          : new RoleRepresentation(before.orElse(null), after.orElse(null));
    }
  }

  record TeamsRepresentation(Set<String> joined, Set<String> left) {

    static @Nullable TeamsRepresentation of(Set<String> joined, Set<String> left) {
      return joined.isEmpty() && left.isEmpty() ? null : new TeamsRepresentation(joined, left);
    }
  }

  /**
   * A right.
   *
   * @param on the kind of document that gives it: {@code blueprint}, {@code action} or {@code page}
   * @param everything there if it is on all there is and will be
   * @param conditional there if a policy decides each time
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record RightRepresentation(
      String on,
      String identifier,
      String action,
      @Nullable Boolean everything,
      Set<String> teams,
      @Nullable EntitiesRepresentation entities,
      @Nullable Boolean conditional) {

    static RightRepresentation of(Right right) {
      Extent extent = right.extent();
      return new RightRepresentation(
          right.owner().kind().wireName(),
          right.owner().identifier(),
          right.action(),
          ifTrue(extent.everything()),
          extent.teams(),
          EntitiesRepresentation.of(extent.entities()),
          ifTrue(extent.conditional()));
    }

    private static @Nullable Boolean ifTrue(boolean value) {
      return value ? true : null;
    }
  }

  /** How many entities, and the first of them. */
  record EntitiesRepresentation(int count, List<String> identifiers) {

    static @Nullable EntitiesRepresentation of(Collection<String> entities) {
      return entities.isEmpty()
          ? null
          : new EntitiesRepresentation(
              entities.size(), entities.stream().limit(MOST_NAMED).toList());
    }
  }

  static AccessPreviewRepresentation of(AccessPreview preview) {
    return new AccessPreviewRepresentation(
        preview.people(),
        preview.gaining(),
        preview.losing(),
        preview.complete(),
        preview.warnings(),
        () -> preview.changes().stream().map(ChangeRepresentation::of).iterator());
  }
}
