/**
 * Configurations: models of stages, questions and constraints as data; answers; and what is still possible. The kernel solves
 * them, vendors only describe.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.torg.api.configurator;
