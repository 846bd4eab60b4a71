package dev.portcullis.permission;

/** Grants an action to whoever meets a condition. There are no rules that deny (Port rule 23). */
public record Rule(Action action, Condition condition, RuleSource source) {}
