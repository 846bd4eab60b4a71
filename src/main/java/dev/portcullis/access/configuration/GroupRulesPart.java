package dev.portcullis.access.configuration;

import dev.portcullis.access.GroupRuleDraft;
import dev.portcullis.access.GroupRuleOutcome;
import dev.portcullis.access.GroupRules;
import dev.portcullis.access.PortRole;
import dev.portcullis.access.configuration.ConfigurationItem.OfGroupRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Group rules. */
final class GroupRulesPart extends ConfigurationPart<OfGroupRule> {

  static final String LAST_ADMIN =
      "would leave nobody as Admin; import what makes others Admins first, by itself";

  private final GroupRules rules;

  GroupRulesPart(GroupRules rules) {
    super(ConfigurationKind.GROUP_RULE, OfGroupRule.class);
    this.rules = rules;
  }

  @Override
  List<OfGroupRule> present(UUID organizationId) {
    return rules.all(organizationId).stream().map(OfGroupRule::new).toList();
  }

  /** Connections are a set, which rules show by name. */
  @Override
  OfGroupRule settled(UUID organizationId, OfGroupRule sent, Optional<OfGroupRule> before) {
    GroupRuleDraft draft = sent.draft();
    return new OfGroupRule(
        new GroupRuleDraft(
            draft.identifier(),
            draft.title(),
            draft.connections().stream().sorted().toList(),
            draft.groups(),
            draft.grant()));
  }

  /** Admins are made before others cease to be any, for there must be one at every moment. */
  @Override
  void apply(ImportRun run, PartPlan<OfGroupRule> plan) {
    List<PartPlan.Change<OfGroupRule>> change = new ArrayList<>(plan.change());
    change.sort(Comparator.comparing(one -> one.after().draft().grant().role() != PortRole.ADMIN));
    super.apply(run, new PartPlan<>(plan.add(), change, plan.missing(), plan.unchanged()));
  }

  @Override
  Applied create(ImportRun run, OfGroupRule item) {
    return applied(rules.create(run.caller(), item.draft()));
  }

  @Override
  Applied change(ImportRun run, OfGroupRule before, OfGroupRule after) {
    return applied(rules.change(run.caller(), after.identifier(), _ -> after.draft()));
  }

  @Override
  Applied remove(ImportRun run, OfGroupRule item) {
    return applied(rules.delete(run.caller(), item.identifier()));
  }

  private static Applied applied(GroupRuleOutcome outcome) {
    return switch (outcome) {
      case GroupRuleOutcome.Stored(_, List<String> warnings) -> Applied.done(warnings);
      case GroupRuleOutcome.Deleted _ -> Applied.DONE;
      case GroupRuleOutcome.NotFound _ -> Applied.refused("is gone meanwhile; import again");
      case GroupRuleOutcome.IdentifierTaken _ ->
          Applied.refused("`identifier` was taken meanwhile");
      case GroupRuleOutcome.LastAdmin _ -> Applied.refused(LAST_ADMIN);
      case GroupRuleOutcome.Rejected(List<String> problems) -> Applied.refused(problems);
      case GroupRuleOutcome.Previewed _ -> throw new IllegalStateException("nothing was previewed");
    };
  }
}
