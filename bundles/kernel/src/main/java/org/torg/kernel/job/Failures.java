package org.torg.kernel.job;

/** Names failures without what their messages may hold: a database quotes the values of a violated key. */
public final class Failures {

    private static final int MAX = 200;

    private Failures() {}

    /** Simple class names of the exception and its causes; at most {@value #MAX} characters. */
    public static String classes(Throwable failure) {
        StringBuilder names = new StringBuilder(failure.getClass().getSimpleName());
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < 5; depth++) {
            names.append(" < ").append(cause.getClass().getSimpleName());
            cause = cause.getCause();
        }
        return names.length() > MAX ? names.substring(0, MAX) : names.toString();
    }

    /** The same with the place in our code. */
    public static String describe(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("org.torg.")) {
                return classes(failure) + " at " + frame.getClassName() + ":" + frame.getLineNumber();
            }
        }
        return classes(failure);
    }
}
