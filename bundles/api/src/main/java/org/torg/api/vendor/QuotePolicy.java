package org.torg.api.vendor;

/**
 * What a vendor promises to who asks for a quote.
 *
 * @param answerHours clock hours until there is an answer, 1 to 720 (L15)
 * @param validDays for how many days an offer is valid unless staff say otherwise, 1 to 365
 */
public record QuotePolicy(int answerHours, int validDays) {

    public static final QuotePolicy DEFAULT = new QuotePolicy(24, 30);

    public QuotePolicy {
        if (answerHours < 1 || answerHours > 720 || validDays < 1 || validDays > 365) {
            throw new IllegalArgumentException("1 to 720 hours and 1 to 365 days");
        }
    }
}
