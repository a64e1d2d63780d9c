/** Articles that are made as their buyer wants them. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.configurator;
