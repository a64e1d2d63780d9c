package org.torg.api.pricing;

import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.Message;

/**
 * The price of one piece for one buyer.
 *
 * @param list for everybody, without VAT
 * @param net for this buyer, without VAT
 * @param gross with VAT of today
 * @param tier the loyalty tier that applied, with its name (L09)
 */
public record PriceTag(BigMoney list, Money net, Money gross, Optional<TierTag> tier) {

    public record TierTag(String code, Message name, String colour) {}
}
