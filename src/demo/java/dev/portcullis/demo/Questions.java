package dev.portcullis.demo;

import dev.portcullis.demo.ExpectedDecisions.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The questions of the demo: about every repository, from every kind of person, always the same.
 */
final class Questions {

  private static final int OWNERS_PER_REPOSITORY = 3;
  private static final int STRANGERS_PER_REPOSITORY = 2;

  private final KubernetesOrganization organization;
  private final List<Person> moderators;
  private final List<Person> others;

  Questions(KubernetesOrganization organization) {
    this.organization = organization;
    Predicate<Person> moderates =
        person -> organization.teamsOf(person).stream().anyMatch(Scenario.moderates());
    this.moderators = organization.people().stream().filter(moderates).toList();
    this.others = organization.people().stream().filter(moderates.negate()).toList();
  }

  /** Those about people of the file, and those about the newcomers. */
  List<Question> all(List<PlannedSignIn> signIns) {
    List<Question> questions = new ArrayList<>();
    List<Repository> repositories = organization.repositories();
    for (int i = 0; i < repositories.size(); i++) {
      questions.addAll(about(repositories.get(i), i));
    }
    for (PlannedSignIn newcomer : signIns.stream().filter(PlannedSignIn::newcomer).toList()) {
      repositories.stream()
          .filter(repository -> repository.organization().equals("kubernetes"))
          .forEach(repository ->
              questions.add(
                  new Question(
                      newcomer.person(), newcomer.teamsAfter(), Action.UPDATE, repository)));
    }
    return questions;
  }

  /** The few whose grounds are shown: each a different way to a decision. */
  List<Question> shown(PlannedSignIn newcomer) {
    Repository klog = repository("kubernetes/klog");
    Person owner = owners(klog).getFirst();
    Person stranger = strangers(klog, 0).getFirst();
    return List.of(
        ask(owner, Action.UPDATE, klog),
        ask(owner, Action.UNREGISTER, klog),
        ask(stranger, Action.READ, klog),
        ask(stranger, Action.UPDATE, klog),
        ask(moderators.getFirst(), Action.UNREGISTER, klog),
        new Question(newcomer.person(), newcomer.teamsAfter(), Action.UPDATE, klog));
  }

  private List<Question> about(Repository repository, int position) {
    List<Person> owners = owners(repository);
    List<Person> strangers = strangers(repository, position);
    Person moderator = moderators.get(position % moderators.size());
    List<Question> questions = new ArrayList<>();
    owners.stream()
        .limit(OWNERS_PER_REPOSITORY)
        .forEach(owner -> questions.add(ask(owner, Action.UPDATE, repository)));
    strangers.forEach(stranger -> questions.add(ask(stranger, Action.UPDATE, repository)));
    owners.stream()
        .limit(1)
        .forEach(owner -> questions.add(ask(owner, Action.UNREGISTER, repository)));
    questions.add(ask(strangers.getFirst(), Action.READ, repository));
    questions.add(ask(strangers.getLast(), Action.REGISTER, repository));
    questions.add(ask(moderator, Action.UPDATE, repository));
    questions.add(ask(moderator, Action.UNREGISTER, repository));
    questions.add(ask(moderator, Action.REGISTER, repository));
    return questions;
  }

  private Question ask(Person person, Action action, Repository repository) {
    return new Question(person, organization.teamsOf(person), action, repository);
  }

  /** People whose right comes from a team alone. */
  private List<Person> owners(Repository repository) {
    Set<String> owning = repository.owningTeams();
    return others.stream()
        .filter(person -> organization.teamsOf(person).stream().anyMatch(owning::contains))
        .toList();
  }

  /** Other people for other repositories. */
  private List<Person> strangers(Repository repository, int position) {
    Set<Person> owners = new HashSet<>(owners(repository));
    List<Person> strangers = new ArrayList<>();
    for (int i = position; strangers.size() < STRANGERS_PER_REPOSITORY; i += 7) {
      Person candidate = others.get(i % others.size());
      if (!owners.contains(candidate)) {
        strangers.add(candidate);
      }
    }
    return strangers;
  }

  private Repository repository(String name) {
    return organization.repositories().stream()
        .filter(repository -> repository.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
