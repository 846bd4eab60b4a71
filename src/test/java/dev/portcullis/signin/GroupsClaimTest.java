package dev.portcullis.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.portcullis.connection.AbsentClaim;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.directory.SignInStatement.ClaimedGroups.Absent.Meaning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shapes in which providers send groups, and what each is taken for. */
class GroupsClaimTest {

  private static final ClaimedGroups HELD = new ClaimedGroups.Held();
  private static final ClaimedGroups ABSENT = new ClaimedGroups.Absent(Meaning.HELD);

  private static ClaimedGroups complete(String... names) {
    return new ClaimedGroups.Complete(List.of(names));
  }

  private static ClaimedGroups truncated(String... names) {
    return new ClaimedGroups.Truncated(List.of(names));
  }

  /** Payload as JSON, claim, separator, what it is taken for, number of warnings. */
  static Stream<Arguments> shapes() {
    String long256 = "n".repeat(256);
    String long257 = "n".repeat(257);
    return Stream.of(
        shape("{\"groups\":[\"a\",\"b\"]}", complete("a", "b"), 0),
        shape("{\"groups\":[\"a\"]}", complete("a"), 0),
        shape("{\"groups\":[\"a\",\"a\",\"A\"]}", complete("a", "A"), 0),
        shape("{\"groups\":[\" a \"]}", complete(" a "), 0),
        shape("{\"groups\":[\"a,b\"]}", complete("a,b"), 0),
        shape("{\"groups\":[\"\\u00e9\\ud83d\\ude00\"]}", complete("é😀"), 0),
        shape("{\"groups\":[]}", complete(), 0),
        shape("{}", ABSENT, 1),
        shape("{\"groups\":null}", ABSENT, 1),
        shape("{\"Groups\":[\"a\"]}", ABSENT, 1),
        shape("{\"groups\":{\"a\":true}}", HELD, 1),
        shape("{\"groups\":{}}", HELD, 1),
        shape("{\"groups\":7}", HELD, 1),
        shape("{\"groups\":true}", HELD, 1),
        shape("{\"groups\":false}", HELD, 1),
        shape("{\"groups\":[\"a\",7]}", HELD, 1),
        shape("{\"groups\":[\"a\",null]}", HELD, 1),
        shape("{\"groups\":[[\"a\"]]}", HELD, 1),
        shape("{\"groups\":[{\"name\":\"a\"}]}", HELD, 1),
        shape("{\"groups\":\"a\"}", complete("a"), 0),
        shape("{\"groups\":\"a;b\"}", complete("a;b"), 0),
        shape("{\"groups\":\"\"}", HELD, 1),
        shape("{\"groups\":\"  \"}", HELD, 1),
        separated("{\"groups\":\"a;b; c ;;\"}", ";", complete("a", "b", "c"), 0),
        separated("{\"groups\":\"a.b\"}", ".", complete("a", "b"), 0),
        separated("{\"groups\":\"a||b\"}", "||", complete("a", "b"), 0),
        separated("{\"groups\":\"\"}", ";", complete(), 0),
        separated("{\"groups\":\";;\"}", ";", complete(), 0),
        separated("{\"groups\":[\"a;b\"]}", ";", complete("a;b"), 0),
        shape("{\"groups\":[\"" + long256 + "\"]}", complete(long256), 0),
        shape("{\"groups\":[\"" + long257 + "\",\"a\"]}", complete("a"), 1),
        shape("{\"groups\":[\"\",\" \",\"a\"]}", complete("a"), 1),
        shape("{\"groups\":[\"a\\u0000\",\"b\\n\",\"c\\u2028\",\"d\"]}", complete("d"), 1),
        shape("{\"groups\":[\"\\ud800\",\"a\"]}", complete("a"), 1),
        shape("{\"groups\":[\"a\\u0000\"]}", complete(), 1),
        shape("{\"_claim_names\":{\"groups\":\"src1\"}}", truncated(), 1),
        shape("{\"_claim_names\":{\"groups\":\"src1\"},\"groups\":[\"a\"]}", truncated("a"), 1),
        shape("{\"_claim_names\":{\"address\":\"x\"},\"groups\":[\"a\"]}", complete("a"), 0),
        shape("{\"hasgroups\":true}", truncated(), 1),
        shape("{\"hasgroups\":false}", ABSENT, 1));
  }

  private static Arguments shape(String payload, ClaimedGroups expected, int warnings) {
    return Arguments.of(payload, Optional.empty(), expected, warnings);
  }

  private static Arguments separated(
      String payload, String separator, ClaimedGroups expected, int warnings) {
    return Arguments.of(payload, Optional.of(separator), expected, warnings);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void eachShapeIsTakenForWhatItSays(
      String payload, Optional<String> separator, ClaimedGroups expected, int warnings)
      throws Exception {
    ClaimDecision decision = decided(JSONObjectUtils.parse(payload), "groups", separator);
    assertThat(decision.claimedGroups()).isEqualTo(expected);
    assertThat(decision.warnings()).hasSize(warnings);
  }

  @ParameterizedTest
  @MethodSource("counts")
  void suspiciousCountsTakeNothingAway(int count, boolean complete, int kept) {
    List<String> names = IntStream.range(0, count).mapToObj(i -> "g" + i).toList();
    ClaimDecision decision = decided(Map.of("groups", names), "groups", Optional.empty());
    List<String> taken = names.subList(0, kept);
    assertThat(decision.claimedGroups())
        .isEqualTo(
            complete ? new ClaimedGroups.Complete(taken) : new ClaimedGroups.Truncated(taken));
    assertThat(decision.warnings()).hasSize(complete ? 0 : 1);
  }

  static Stream<Arguments> counts() {
    return Stream.of(
        Arguments.of(99, true, 99),
        Arguments.of(100, false, 100),
        Arguments.of(101, true, 101),
        Arguments.of(1_000, true, 1_000),
        Arguments.of(1_001, false, 1_000),
        Arguments.of(5_000, false, 1_000));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theClaimHasTheNameThatTheConnectionSays(String name) {
    assertThat(decided(Map.of(name, List.of("a")), name, Optional.empty()).claimedGroups())
        .isEqualTo(complete("a"));
  }

  static Stream<String> names() {
    return Stream.of("Groups", "memberOf", "roles", "https://acme.example/claims/groups");
  }

  private static ClaimDecision decided(
      Map<String, Object> claims, String name, Optional<String> separator) {
    return ClaimDecision.of(
        GroupsClaim.read(claims, TestConnections.claim(name, separator)),
        AbsentClaim.AUTO,
        new TokenOrigin.Hook());
  }
}
