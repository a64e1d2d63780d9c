package org.torg.api.account;

/** A right: this function, in this scope. */
public record Grant(Function function, Scope scope) {}
