package dev.portcullis.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Somebody about to sign in, and what is known of them beforehand.
 *
 * @param person who
 * @param newcomer whether SCIM has never mentioned them
 * @param account what the provider will say
 * @param teamsBefore the teams that SCIM gave them
 */
record PlannedSignIn(Person person, boolean newcomer, Account account, Set<String> teamsBefore) {

  private static final int MODERATORS = 12;
  private static final int OTHERS = 24;
  private static final int WITHOUT_CLAIM = 2;

  /** A few dozen people: moderators, people from all over the file, some without any claim. */
  static List<PlannedSignIn> all(KubernetesOrganization organization) {
    Predicate<Person> moderator =
        person -> organization.teamsOf(person).stream().anyMatch(Scenario.moderates());
    Predicate<Person> claims = person -> !known(person, organization).account.groups().isEmpty();
    List<Person> rest = people(organization, claims.and(moderator.negate()));
    List<PlannedSignIn> planned = new ArrayList<>(newcomers());
    people(organization, moderator).stream()
        .limit(MODERATORS)
        .forEach(person -> planned.add(known(person, organization)));
    for (int i = 0; i < OTHERS; i++) {
      planned.add(known(rest.get(i * (rest.size() / OTHERS)), organization));
    }
    people(organization, claims.negate()).stream()
        .limit(WITHOUT_CLAIM)
        .forEach(person -> planned.add(known(person, organization)));
    return planned;
  }

  /** The claim's groups that the connection's filter lets through. */
  Set<String> matched() {
    return account.groups().stream()
        .filter(Scenario.GROUP_FILTER)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> ignored() {
    Set<String> ignored = new TreeSet<>(account.groups());
    ignored.removeAll(matched());
    return ignored;
  }

  /** SCIM's memberships and the claim's: a claim takes away only what a claim gave. */
  Set<String> teamsAfter() {
    Set<String> teams = new TreeSet<>(teamsBefore);
    teams.addAll(matched());
    return teams;
  }

  private static List<PlannedSignIn> newcomers() {
    return List.of(
        newcomer("newcomer-maintainer", "kubernetes/everyone", "kubernetes/klog-maintainers"),
        newcomer("newcomer-owner", "kubernetes-sigs/owners", "kubernetes/owners"),
        newcomer("newcomer-founder", "kubernetes-sigs/gatehouse-admins"),
        newcomer("newcomer-guest", "kubernetes/everyone"));
  }

  private static PlannedSignIn newcomer(String login, String... groups) {
    Person person = new Person(login);
    return new PlannedSignIn(person, true, Account.of(person, List.of(groups)), Set.of());
  }

  private static PlannedSignIn known(Person person, KubernetesOrganization organization) {
    Set<String> teams = organization.teamsOf(person);
    return new PlannedSignIn(person, false, Account.of(person, teams), teams);
  }

  private static List<Person> people(
      KubernetesOrganization organization, Predicate<Person> wanted) {
    return organization.people().stream().filter(wanted).toList();
  }
}
