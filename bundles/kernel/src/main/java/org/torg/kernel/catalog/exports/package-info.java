/** The catalogue as a file. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.catalog.exports;
