package org.torg.api.pricing;

import org.joda.money.Money;
import org.torg.api.Message;

/**
 * Freight, fee or surcharge of an order, after waivers. One that follows goods of several VAT categories stands here once
 * for each of them, with the same kind, rule and message: what the order is charged for a rule is the sum of its parts.
 *
 * @param net without VAT; zero when it was waived, and then it stands here once
 * @param vatCategory the one that was stated for it, or that of the goods it follows
 */
public record Charge(ChargeKind kind, String rule, Message message, Money net, String vatCategory) {}
