/** A module: delivery by courier on the same day. */
@org.jspecify.annotations.NullMarked
package org.torg.modules.express;
