/** Configurations over HTTP. */
@org.jspecify.annotations.NullMarked
package org.torg.rest.configurator;
