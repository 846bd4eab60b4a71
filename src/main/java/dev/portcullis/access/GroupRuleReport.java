package dev.portcullis.access;

import java.util.List;

/**
 * What was found about an organization's group rules.
 *
 * @param rules how many rules were looked at
 * @param complete whether there is nothing that could not be analysed or was left out
 */
public record GroupRuleReport(int rules, List<GroupRuleFinding> findings, boolean complete) {

  public GroupRuleReport {
    findings = List.copyOf(findings);
  }

  static GroupRuleReport of(int rules, List<GroupRuleFinding> findings) {
    return new GroupRuleReport(
        rules,
        findings.stream().limit(GroupRuleAnalysis.MAX_FINDINGS).toList(),
        findings.size() <= GroupRuleAnalysis.MAX_FINDINGS
            && findings.stream()
                .noneMatch(finding -> finding.kind() == GroupRuleFinding.Kind.NOT_ANALYSED));
  }
}
