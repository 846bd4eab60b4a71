package dev.portcullis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.demo.ExpectedDecisions.Action;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionsTest {

  private final KubernetesOrganization organization = KubernetesOrganization.load();
  private final List<PlannedSignIn> signIns = PlannedSignIn.all(organization);
  private final Questions questions = new Questions(organization);

  @Test
  void everyRepositoryIsAskedAboutMoreThanTwoThousandTimesInAll() {
    List<Question> all = questions.all(signIns);

    assertThat(all).hasSizeGreaterThan(2000).doesNotHaveDuplicates();
    assertThat(all)
        .filteredOn(question -> question.action() == Action.UPDATE)
        .extracting(Question::repository)
        .containsAll(organization.repositories());
  }

  @Test
  void bothAnswersAreExpectedOftenEnoughToMeanSomething() {
    List<Question> all = questions.all(signIns);
    long allowed = all.stream().filter(Question::expected).count();

    assertThat(allowed).isBetween(all.size() / 4L, all.size() * 3L / 4);
  }

  @Test
  void shownDecisionsEndBothWays() {
    assertThat(questions.shown(signIns.getFirst()))
        .extracting(Question::expected)
        .containsExactly(true, false, true, false, true, true);
  }
}
