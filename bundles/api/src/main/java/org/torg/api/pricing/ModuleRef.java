package org.torg.api.pricing;

/** A module as a trace names it. */
public record ModuleRef(String name, String version) {}
