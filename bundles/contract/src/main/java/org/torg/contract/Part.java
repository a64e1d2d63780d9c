package org.torg.contract;

import org.torg.api.pricing.ModuleInfo;

/**
 * One part of a composed set.
 *
 * @param bundle symbolic name of the bundle that contributes it
 * @param source names it in a failure: module is {@code name version}, such as {@code lighting.freight 1.2.0}
 * @param info as it was answered when the set was composed, never to be asked again. The vendor itself and its cart rules
 *     have none of their own: theirs is made of the vendor's version, and of its id or the name of the rule's class
 * @param code what is called; unguarded
 */
public record Part<C>(String bundle, Source source, ModuleInfo info, C code) {}
