package org.torg.contract;

/**
 * A service that a bundle registered, as a part of a set that is to be.
 *
 * @param bundle its symbolic name; a violation names it
 */
public record Offer<S>(String bundle, S service) {}
