package dev.portcullis.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.access.GroupRuleFinding.Kind;
import dev.portcullis.pattern.GroupFilter;
import dev.portcullis.pattern.GroupPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a portal administrator hears about the rules. */
class GroupRuleAnalysisTest {

  private static final UUID OKTA = UUID.randomUUID();
  private static final UUID ENTRA = UUID.randomUUID();
  private static final Map<UUID, String> CONNECTIONS = Map.of(OKTA, "okta", ENTRA, "entra");
  private static final Grant ADMIN = new Grant(PortRole.ADMIN, List.of());
  private static final Grant MEMBER = new Grant(PortRole.MEMBER, List.of());

  @Test
  void aRuleThatItsExceptionEatsUpNeverMatches() {
    GroupRule rule = rule("r", moderator("a"), "STARTS_WITH", "team-", "CONTAINS", "team");

    GroupRuleFinding finding = only(analysed(rule));

    assertThat(finding.kind()).isEqualTo(Kind.NEVER_MATCHES);
    assertThat(finding.witness()).contains("team-");
    assertThat(finding.message()).contains("except");
  }

  @Test
  void aRuleForConnectionsThatAreGoneNeverMatches() {
    GroupRule rule =
        new GroupRule("r", "r", List.of(UUID.randomUUID()), filter("EQUALS", "ops"), ADMIN);

    assertThat(only(analysed(rule)).kind()).isEqualTo(Kind.NEVER_MATCHES);
  }

  @Test
  void aRuleIsShadowedByOthersTogether() {
    GroupRule rule = rule("both", moderator("a", "b"), "MATCHES_REGEX", "(?:x|y)-.*");
    GroupRule one = rule("one", moderator("a", "c"), "STARTS_WITH", "x-");
    GroupRule two = rule("two", moderator("a", "b"), "STARTS_WITH", "y-");
    GroupRule three = rule("three", moderator("b"), "MATCHES_REGEX", "x-.*|z");

    List<GroupRuleFinding> findings = about("both", analysed(rule, one, two, three));

    assertThat(findings).extracting(GroupRuleFinding::kind).containsExactly(Kind.SHADOWED);
    assertThat(findings.getFirst().others()).containsExactlyInAnyOrder("one", "two", "three");
    assertThat(rule.groups().matches(findings.getFirst().witness().orElseThrow())).isTrue();
    assertThat(about("both", analysed(rule, one, two)))
        .extracting(GroupRuleFinding::kind)
        .doesNotContain(Kind.SHADOWED);
  }

  @Test
  void aRuleForAnotherConnectionShadowsNothing() {
    GroupRule rule = rule("r", moderator("a"), "EQUALS", "ops");
    GroupRule elsewhere =
        new GroupRule("e", "e", List.of(ENTRA), filter("STARTS_WITH", "o"), moderator("a"));

    assertThat(about("r", analysed(rule, elsewhere))).isEmpty();
    GroupRule wider =
        new GroupRule("w", "w", List.of(OKTA, ENTRA), filter("EQUALS", "ops"), moderator("a"));
    assertThat(about("w", analysed(wider, rule))).isEmpty();
    assertThat(about("w", analysed(wider, rule, elsewhere)))
        .extracting(GroupRuleFinding::kind)
        .containsExactly(Kind.SHADOWED);
  }

  @Test
  void makingMembersChangesNothing() {
    assertThat(only(analysed(rule("m", MEMBER, "EQUALS", "all"))).kind()).isEqualTo(Kind.SHADOWED);
  }

  @Test
  void rulesThatGrantDifferentlyToOneNameOverlap() {
    GroupRule starts = rule("starts", moderator("a"), "STARTS_WITH", "team-");
    GroupRule ends = rule("ends", moderator("b"), "MATCHES_REGEX", ".*-leads");

    GroupRuleFinding finding = only(analysed(starts, ends));

    assertThat(finding.kind()).isEqualTo(Kind.OVERLAPS);
    assertThat(finding.rule()).isEqualTo("starts");
    assertThat(finding.others()).containsExactly("ends");
    assertThat(finding.connection()).contains("okta");
    assertThat(finding.witness()).contains("team-leads");
    assertThat(analysed(starts, rule("ends", moderator("a"), "MATCHES_REGEX", ".*-leads")))
        .isEmpty();
  }

  @Test
  void adminByAPatternIsUnreviewedEvenWhileNoGroupMatches() {
    GroupRule rule = rule("admins", ADMIN, "STARTS_WITH", "portal-admins");

    GroupRuleFinding finding = only(analysed(rule));

    assertThat(finding.kind()).isEqualTo(Kind.UNREVIEWED_ADMIN);
    assertThat(finding.witness()).contains("portal-admins");
    assertThat(finding.groups()).isEmpty();
  }

  @Test
  void adminByOneWrittenNameIsReviewed() {
    assertThat(analysed(rule("admins", ADMIN, "EQUALS", "portal-admins"))).isEmpty();
  }

  @Test
  void groupsThatCameAfterTheReviewAreNamed() {
    GroupRule rule = rule("admins", ADMIN, "MATCHES_REGEX", "portal-admins(?:-eu|-us)?");
    Set<KnownGroup> groups =
        Set.of(
            new KnownGroup(OKTA, "portal-admins"),
            new KnownGroup(OKTA, "portal-admins-eu"),
            new KnownGroup(ENTRA, "portal-admins-us"));

    GroupRuleFinding finding = only(analysed(groups, okta("portal-admins"), rule));

    assertThat(finding.groups()).containsExactly("portal-admins-eu");
    assertThat(finding.witness()).contains("portal-admins-eu");
    assertThat(only(analysed(groups, okta("portal-admins", "portal-admins-eu"), rule)).witness())
        .contains("portal-admins-us");
    assertThat(
            analysed(groups, okta("portal-admins", "portal-admins-eu", "portal-admins-us"), rule))
        .isEmpty();
  }

  @Test
  void whatCannotBeAnalysedIsSaidAndSpoilsNothingElse() {
    GroupRule hard = rule("hard", moderator("a"), "MATCHES_REGEX", ".*a.{200}");
    GroupRule dead = rule("dead", moderator("a"), "MATCHES_REGEX", "a^b");

    assertThat(analysed(hard, dead))
        .extracting(GroupRuleFinding::rule, GroupRuleFinding::kind)
        .contains(
            org.assertj.core.groups.Tuple.tuple("hard", Kind.NOT_ANALYSED),
            org.assertj.core.groups.Tuple.tuple("dead", Kind.NEVER_MATCHES));
  }

  @Test
  void aHundredRulesOfOrdinaryMakeAreAnalysedInFull() {
    List<GroupRule> rules = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      rules.add(
          rule("r" + i, moderator("b" + i), "STARTS_WITH", "team-" + (char) ('a' + i % 26) + i));
    }

    assertThat(analysed(rules.toArray(GroupRule[]::new)))
        .noneMatch(finding -> finding.kind() == Kind.NOT_ANALYSED);
  }

  private static Map<String, Set<KnownGroup>> okta(String... names) {
    return Map.of(
        "admins",
        Arrays.stream(names).map(name -> new KnownGroup(OKTA, name)).collect(Collectors.toSet()));
  }

  private static List<GroupRuleFinding> analysed(GroupRule... rules) {
    return analysed(Set.of(), Map.of(), rules);
  }

  private static List<GroupRuleFinding> analysed(
      Set<KnownGroup> groups, Map<String, Set<KnownGroup>> reviewed, GroupRule... rules) {
    return new GroupRuleAnalysis(List.of(rules), CONNECTIONS, groups, reviewed).ofAll();
  }

  private static List<GroupRuleFinding> about(String rule, List<GroupRuleFinding> findings) {
    return findings.stream().filter(finding -> finding.rule().equals(rule)).toList();
  }

  private static GroupRuleFinding only(List<GroupRuleFinding> findings) {
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  private static Grant moderator(String... blueprints) {
    return new Grant(PortRole.MODERATOR, List.of(blueprints));
  }

  private static GroupRule rule(String identifier, Grant grant, String type, String value) {
    return new GroupRule(identifier, identifier, List.of(OKTA), filter(type, value), grant);
  }

  private static GroupRule rule(
      String identifier,
      Grant grant,
      String type,
      String value,
      String except,
      String exceptValue) {
    GroupFilter filter =
        new GroupFilter(
            GroupPattern.parse(type, value).orElseThrow(),
            Optional.of(GroupPattern.parse(except, exceptValue).orElseThrow()));
    return new GroupRule(identifier, identifier, List.of(OKTA), filter, grant);
  }

  private static GroupFilter filter(String type, String value) {
    return new GroupFilter(GroupPattern.parse(type, value).orElseThrow(), Optional.empty());
  }
}
