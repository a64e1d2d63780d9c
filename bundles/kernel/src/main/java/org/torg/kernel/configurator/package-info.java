/** Configurations: whose model it is, who may ask, and what an option costs. What is possible is the solver's to say. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.configurator;
