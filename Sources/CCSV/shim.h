// libcsv, a streaming CSV parser.
#include <csv.h>
