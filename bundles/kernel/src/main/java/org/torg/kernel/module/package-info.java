/** Module sets: bundles brought up beside those that serve, checked, published in one step, and let go when they have drained. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.module;
