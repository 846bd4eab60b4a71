package dev.portcullis.permission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request is made in, for policies to look at. Everything may be left out; a rule that looks
 * for it then grants nothing.
 *
 * @param user properties of the caller's {@code _user} entity
 * @param userTeams properties of the {@code _team} entities of the caller's teams
 * @param action properties that came with the action in the request
 * @param resource properties that came with the resource in the request
 * @param now the moment that presets and timers go by
 * @param verdicts of conditions that were evaluated beforehand, by the keys in the policies
 */
public record Circumstances(
    Attributes user,
    List<Attributes> userTeams,
    Attributes action,
    Attributes resource,
    Optional<Instant> now,
    Map<String, Verdict> verdicts) {

  public static final Circumstances NONE =
      new Circumstances(
          Attributes.NONE, List.of(), Attributes.NONE, Attributes.NONE, Optional.empty(), Map.of());

  public Circumstances {
    userTeams = List.copyOf(userTeams);
    verdicts = Map.copyOf(verdicts);
  }

  /** The same at this moment. */
  public Circumstances at(Instant moment) {
    return new Circumstances(user, userTeams, action, resource, Optional.of(moment), verdicts);
  }

  /** The same with these verdicts instead of what there were. */
  public Circumstances with(Map<String, Verdict> known) {
    return new Circumstances(user, userTeams, action, resource, now, known);
  }
}
