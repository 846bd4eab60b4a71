package dev.portcullis.directory;

import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * That an identity provider may have taken something from people by which they may have had a role;
 * told within the transaction, after it was written.
 *
 * @param people who may have lost it, parked values among them
 * @param groups that they were in
 * @param adminByHand whether one of them was an Admin by an Admin's word
 * @param ended whether they may act no more, as they could before
 */
public record StandingLost(
    Caller caller, List<UUID> people, List<LostGroup> groups, boolean adminByHand, boolean ended) {

  private static final String ADMIN = "Admin";

  public StandingLost {
    people = List.copyOf(people);
    groups = List.copyOf(groups);
  }

  /** A group as group rules see it. */
  public record LostGroup(Optional<UUID> connectionId, String displayName) {

    static LostGroup of(Belonging belonging) {
      return new LostGroup(belonging.connectionId(), belonging.displayName());
    }
  }

  /** That people may no longer be in a group, or that it no longer goes by that name. */
  static Optional<StandingLost> ofGroup(Caller caller, Group group, List<UUID> people) {
    return people.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StandingLost(
                caller,
                people,
                List.of(new LostGroup(group.connectionId(), group.displayName())),
                false,
                false));
  }

  /** That somebody is no longer in some groups. */
  static StandingLost ofGroups(Caller caller, User user, List<Belonging> left) {
    return new StandingLost(
        caller, List.of(user.id()), left.stream().map(LostGroup::of).toList(), false, false);
  }

  /** That somebody who could act may do so no more, or is somebody else now. */
  static StandingLost ofPerson(Caller caller, User before, List<Belonging> belongings) {
    return new StandingLost(
        caller,
        List.of(before.id()),
        belongings.stream().map(LostGroup::of).toList(),
        before.roleByHand().equals(ADMIN),
        true);
  }
}
