package dev.portcullis.access;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.attribute.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What to change in one block. A list that is absent stays, an empty one is cleared, any other
 * takes the place of the whole list.
 *
 * @param teams by identifier or name
 */
public record BlockPatch(
    Optional<List<String>> roles,
    Optional<List<String>> users,
    Optional<List<String>> teams,
    Optional<Boolean> ownedByTeam,
    PolicyChange policy) {

  /** The most values of one list. */
  public static final int MAX_VALUES = 1_000;

  /** The most characters of one value. */
  public static final int MAX_LENGTH = 1_000;

  /** The block after the change; teams that stay keep the meaning that they were written with. */
  PermissionBlock applied(PermissionBlock block, Function<String, Optional<String>> binding) {
    return new PermissionBlock(
        roles.orElse(block.roles()),
        users.orElse(block.users()),
        teams.map(names -> bound(names, binding)).orElse(block.teams()),
        ownedByTeam.orElse(block.ownedByTeam()),
        policy.applied(block.policy()));
  }

  /** The block that it makes of nothing; teams without what they mean. */
  public PermissionBlock whole() {
    return applied(PermissionBlock.NOBODY, _ -> Optional.empty());
  }

  /**
   * A block of a blueprint that is written whole, but for a policy, has none from now on: so
   * Terraform takes a policy away.
   */
  BlockPatch withoutUnsaidPolicy() {
    boolean whole = roles.isPresent() && users.isPresent() && teams.isPresent();
    return whole && policy instanceof PolicyChange.Keep
        ? new BlockPatch(roles, users, teams, ownedByTeam, new PolicyChange.Clear())
        : this;
  }

  private static List<BoundTeam> bound(
      List<String> names, Function<String, Optional<String>> binding) {
    return names.stream().distinct().map(name -> new BoundTeam(name, binding.apply(name))).toList();
  }

  /** Everything that is wrong with its lists in themselves, each problem naming its list. */
  Stream<String> problems(String key) {
    return Stream.of(
            problem(key + ".roles", roles),
            problem(key + ".users", users),
            problem(key + ".teams", teams))
        .flatMap(Optional::stream);
  }

  private static Optional<String> problem(String key, Optional<List<String>> values) {
    List<String> sent = values.orElse(List.of());
    if (sent.size() > MAX_VALUES) {
      return Optional.of("`%s` must have at most %d values".formatted(key, MAX_VALUES));
    }
    return sent.stream().allMatch(BlockPatch::namesSomething)
        ? Optional.empty()
        : Optional.of(
            "`%s` must hold texts of 1 to %d printable characters".formatted(key, MAX_LENGTH));
  }

  private static boolean namesSomething(String value) {
    return value.length() <= MAX_LENGTH
        && PlainText.isPlain(value)
        && !CaseFold.of(value).isBlank();
  }
}
