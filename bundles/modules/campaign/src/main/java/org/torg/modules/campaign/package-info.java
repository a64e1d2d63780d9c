/** A module: a percentage off between two days. */
@org.jspecify.annotations.NullMarked
package org.torg.modules.campaign;
