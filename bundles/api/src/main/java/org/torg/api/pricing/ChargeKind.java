package org.torg.api.pricing;

/** Kinds of amounts that are not goods. They are different things: a waiver names the kinds that it waives. */
public enum ChargeKind {
    FEE,
    SURCHARGE,
    FREIGHT
}
