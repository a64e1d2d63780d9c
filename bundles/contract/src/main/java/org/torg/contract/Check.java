package org.torg.contract;

/** What a part is tried for, and what its author can do where it fails. */
public enum Check {
    /** It says the same of itself each time. */
    STEADY("Make what it declares in the constructor, and answer that each time."),
    /** Every answer fits its question: phase, currency, amounts, codes, lines. */
    VALID("Look at the Javadoc of the contract for what it may answer."),
    /** The same input gives the same answer. */
    PURE("Answer from the request alone: no field that changes, no random number, no clock, no file, no network."),
    /** Several threads at once get the answers that each gets alone. */
    THREAD_SAFE("Keep nothing between calls in fields; where you must, use a value that never changes."),
    /** Nothing is discounted below zero. */
    NOT_BELOW_ZERO("Never take more from a line or a charge than is left of it: prefer rates to amounts."),
    /** Each message has a text in every language of the vendor, with a place for each of its arguments. */
    TEXTS("Add the text to texts() in each language, with {0}, {1} … for the arguments."),
    /** Its configuration models name what is there, are of bearable size, and can be read in every language. */
    SOUND("Look at the Javadoc of ConfigurationModel for what makes a model sound."),
    /** It answers at once. */
    QUICK("Prepare what is costly when the bundle starts, and go through the lines once.");

    private final String advice;

    Check(String advice) {
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
