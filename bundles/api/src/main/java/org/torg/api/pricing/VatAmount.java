package org.torg.api.pricing;

import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * The VAT of one category.
 *
 * @param ratePercent 25 means 25 %
 * @param taxable sum of lines and charges of the category
 * @param vat taxable times rate, rounded half up to the minor unit
 */
public record VatAmount(String category, BigDecimal ratePercent, Money taxable, Money vat) {}
