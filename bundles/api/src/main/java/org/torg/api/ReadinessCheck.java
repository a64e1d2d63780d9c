package org.torg.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** One thing that must be there before this node may take requests. Every bundle may offer some. */
@ConsumerType
public interface ReadinessCheck {

    /** What is checked, in kebab case, such as {@code schema}. */
    String name();

    /** What is missing, in a few words without secrets or personal data; empty when all is there. Answers within a second. */
    Optional<String> missing();
}
