package org.torg.kernel.invoice;

/**
 * The Norwegian customer identification (KID) of an invoice: customer number and invoice number in fixed places and a
 * check digit, 18 digits in all, so that a bank needs one structure only.
 */
final class PaymentReference {
    private static final int CUSTOMER_DIGITS = 8;
    private static final int INVOICE_DIGITS = 9;

    private PaymentReference() {}

    /**
     * @param customerNumber its digits count, the last eight of them
     * @param invoiceNumber its digits count; unique per payee, so it has at most nine
     */
    static String of(String customerNumber, String invoiceNumber) {
        String invoice = digits(invoiceNumber);
        if (invoice.isEmpty() || invoice.length() > INVOICE_DIGITS) {
            throw new IllegalArgumentException("an invoice number of 1 to " + INVOICE_DIGITS + " digits is needed");
        }
        String customer = digits(customerNumber);
        String last = customer.substring(Math.max(0, customer.length() - CUSTOMER_DIGITS));
        return withCheckDigit(padded(last, CUSTOMER_DIGITS) + padded(invoice, INVOICE_DIGITS));
    }

    /** Appends the mod-10 (Luhn) check digit. */
    static String withCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static String digits(String value) {
        return value.replaceAll("[^0-9]", "");
    }

    private static String padded(String value, int length) {
        return "0".repeat(length - value.length()) + value;
    }
}
