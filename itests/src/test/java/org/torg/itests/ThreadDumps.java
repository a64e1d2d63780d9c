package org.torg.itests;

import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Tells what all threads do shortly before JUnit gives up a test that hangs; it is registered for all tests here. The bounds are those of
 * {@code junit-platform.properties}.
 */
public final class ThreadDumps implements InvocationInterceptor {

    private static final Duration TEST = Duration.ofMinutes(10).minusSeconds(5);
    private static final Duration LIFECYCLE = Duration.ofMinutes(15).minusSeconds(5);

    private static void watch(Duration bound, Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        Deadline.Alarm alarm = new Deadline.Alarm(
                bound,
                () -> System.err.println(context.getRequiredTestClass().getName() + " " + context.getDisplayName()
                        + " hangs:\n" + Deadline.threads()));
        try {
            invocation.proceed();
        } finally {
            alarm.off();
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        watch(TEST, invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        watch(TEST, invocation, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        watch(LIFECYCLE, invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        watch(LIFECYCLE, invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        watch(LIFECYCLE, invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        watch(LIFECYCLE, invocation, context);
    }
}
