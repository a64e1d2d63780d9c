/** How values of the api are written as JSON. */
@org.jspecify.annotations.NullMarked
package org.torg.json;
