package org.torg.portal.page;

import java.util.Optional;

/**
 * What the page for signing in shows.
 *
 * @param email as it was typed
 * @param to where to go afterwards; one of our paths
 * @param refusal why it did not work
 * @param codeWanted whether the password was right and the code of the second factor is awaited
 * @param resume a form that was sent without a session, to be sent again afterwards
 */
public record SignInForm(String email, String to, Optional<String> refusal, boolean codeWanted, Fields resume) {

    /** The field of a form that is carried on: its own names follow this. */
    public static final String RESUMED = "resume.";

    public static SignInForm empty(String to) {
        return new SignInForm("", to, Optional.empty(), false, Fields.NONE);
    }

    static SignInForm resuming(String to, Fields form) {
        return new SignInForm("", to, Optional.empty(), false, form);
    }

    public SignInForm refused(String typedEmail, String why) {
        return new SignInForm(typedEmail, to, Optional.of(why), codeWanted, resume);
    }

    public boolean isResumed() {
        return !resume.byName().isEmpty();
    }
}
