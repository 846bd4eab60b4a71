package dev.portcullis.permission;

import dev.portcullis.permission.Condition.HasRole;
import dev.portcullis.permission.Condition.InTeam;
import dev.portcullis.permission.Condition.IsUser;
import dev.portcullis.permission.Condition.OwnsByTeam;
import dev.portcullis.permission.Role.Admin;
import dev.portcullis.permission.Role.Member;
import dev.portcullis.permission.Role.ModeratorOf;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Small worlds: few names, so that requests and rules meet about as often as they miss. */
class Worlds extends DomainContextBase {

  static final Set<String> TEAMS = Set.of("t1", "t2", "t3");
  static final Set<String> HANDLES = Set.of("a@x", "b@x");

  @Provide
  Arbitrary<AccessRequest> requests() {
    return Combinators.combine(subjects(), actions(), resources()).as(AccessRequest::new);
  }

  @Provide
  Arbitrary<List<Rule>> ruleLists() {
    return rules().list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<Rule> rules() {
    return Combinators.combine(actions(), conditions(), sources()).as(Rule::new);
  }

  @Provide
  Arbitrary<Random> randoms() {
    return Arbitraries.randoms();
  }

  private static Arbitrary<Action> actions() {
    return Arbitraries.of(
            "read",
            "register",
            "update",
            "unregister",
            "updateProperties.$team",
            "updateProperties.p",
            "updateRelations.p")
        .map(name -> Action.parse(name).orElseThrow());
  }

  private static Arbitrary<Condition> conditions() {
    return Arbitraries.oneOf(
        roles().map(HasRole::new),
        Arbitraries.just(new OwnsByTeam()),
        Arbitraries.of(TEAMS).map(InTeam::new),
        Arbitraries.of("A@x", "b@X").map(IsUser::new));
  }

  private static Arbitrary<RuleSource> sources() {
    return Arbitraries.of("k1", "k2").map(key -> new RuleSource("blueprint Env", 1, key));
  }

  private static Arbitrary<Subject> subjects() {
    return Combinators.combine(
            roles().set().ofMaxSize(2),
            Arbitraries.of(TEAMS).set().ofMaxSize(2),
            Arbitraries.of(HANDLES).set().ofMaxSize(1),
            Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(true)), Tuple.of(1, Arbitraries.just(false))))
        .as((roles, teams, handles, active) -> new Subject("s", roles, teams, handles, active));
  }

  private static Arbitrary<Role> roles() {
    return Arbitraries.of(
        new Admin(),
        new Member(),
        new Member(),
        new ModeratorOf("Env"),
        new ModeratorOf("Other"),
        new ModeratorOf("Member"));
  }

  private static Arbitrary<Resource> resources() {
    return Arbitraries.of(TEAMS).set().ofMaxSize(2).map(teams -> new Resource("Env", "e", teams));
  }
}
