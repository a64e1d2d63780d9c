package org.torg.api.pricing;

import org.joda.money.Money;
import org.torg.api.Message;

/**
 * Freight, fee or surcharge of an order, after waivers.
 *
 * @param net without VAT; zero when it was waived
 */
public record Charge(ChargeKind kind, String rule, Message message, Money net, String vatCategory) {}
