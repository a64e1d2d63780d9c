/** The stores: entities and schema migrations. */
@NullMarked
package org.torg.persistence;

import org.jspecify.annotations.NullMarked;
