/** Products, variants, categories and stock. */
@NullMarked
package org.torg.persistence.catalog;

import org.jspecify.annotations.NullMarked;
