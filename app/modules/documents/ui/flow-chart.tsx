import { useId } from 'react';
import {
  type FlowChart as Chart,
  type FlowLine,
  type FlowShape,
  type FlowStep,
  layOutFlowChart,
} from '../flow-chart/flow-chart.ts';
import type { FlowArrow } from '../flow-chart/flow-chart-arrows.ts';
import { timesWidth } from '../flow-chart/flow-chart-text.ts';
import './flow-chart.css';

export interface FlowChartWords {
  /** e.g. "Lưu đồ: Đăng ký khai sinh" */
  title: string;
  start: string;
  end: string;
}

/** Be Vietnam Pro is wider than Times. */
const screenWidth = (text: string, size: number) => timesWidth(text, size) * 1.2;

/**
 * The flow chart of a procedure. On a narrow screen the drawing gives way to the same steps as an ordered list, which
 * is also what a screen reader reads.
 */
export function FlowChart({ steps, words }: { steps: readonly FlowStep[]; words: FlowChartWords }) {
  const id = useId();
  if (steps.length === 0) return null;
  const lanes = new Set(steps.map((step) => step.lane)).size;
  const chart = layOutFlowChart(steps, {
    width: Math.max(560, lanes * 150),
    fontSize: 13,
    start: words.start,
    end: words.end,
    measure: screenWidth,
  });
  return (
    <figure className="flow-chart" aria-labelledby={`${id}-title`}>
      <figcaption id={`${id}-title`}>{words.title}</figcaption>
      <Drawing chart={chart} arrowId={`${id}-arrow`} />
      <ol className="flow-chart-list">
        {steps.map((step) => (
          <li key={step.id}>
            <strong>{step.title}</strong> <span>{step.laneTitle}</span>{' '}
            {step.time ? <em>{step.time}</em> : null}
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** Decoration for readers of the list below it, so it is hidden from assistive technology. */
function Drawing({ chart, arrowId }: { chart: Chart; arrowId: string }) {
  const { width, headHeight, lanes } = chart;
  const height = headHeight + chart.height;
  return (
    <svg
      className="flow-chart-drawing"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <defs>
        <marker
          id={arrowId}
          viewBox="0 0 8 8"
          refX="7.5"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M0 1 L8 4 L0 7 z" className="flow-chart-tip" />
        </marker>
      </defs>
      {lanes.map((lane) => (
        <g key={lane.key}>
          <rect className="flow-chart-lane" x={lane.x} y={0} width={lane.width} height={height} />
          <rect className="flow-chart-head" x={lane.x} y={0} width={lane.width} height={headHeight} />
          {lane.lines.map((text, i) => {
            const y = (headHeight - lane.lines.length * chart.lineHeight) / 2 + i * chart.lineHeight;
            return (
              <Line
                key={text}
                chart={chart}
                line={{ text, x: lane.x + lane.width / 2, y }}
                className="flow-chart-lane-name"
              />
            );
          })}
        </g>
      ))}
      <g transform={`translate(0 ${headHeight})`}>
        {chart.arrows.map((arrow) => (
          <path
            key={`${arrow.from} ${arrow.to}`}
            className="flow-chart-arrow"
            d={pathOf(arrow)}
            markerEnd={`url(#${arrowId})`}
          />
        ))}
        {chart.shapes.map((shape) => (
          <g key={`${shape.kind} ${shape.id}`} className={`flow-chart-${shape.kind}`}>
            <Outline shape={shape} />
            {shape.lines.map((line) => (
              <Line key={line.y} chart={chart} line={line} className="flow-chart-words" />
            ))}
            {shape.time ? <Line chart={chart} line={shape.time} className="flow-chart-time" /> : null}
          </g>
        ))}
      </g>
    </svg>
  );
}

function Line({ chart, line, className }: { chart: Chart; line: FlowLine; className: string }) {
  return (
    <text
      className={className}
      x={line.x}
      y={line.y + chart.lineHeight * 0.78}
      fontSize={chart.fontSize}
      textAnchor="middle"
    >
      {line.text}
    </text>
  );
}

function Outline({ shape }: { shape: FlowShape }) {
  const { x, y, width, height } = shape;
  if (shape.kind === 'decision') {
    const middle = { x: x + width / 2, y: y + height / 2 };
    return (
      <polygon
        points={`${middle.x},${y} ${x + width},${middle.y} ${middle.x},${y + height} ${x},${middle.y}`}
      />
    );
  }
  return <rect x={x} y={y} width={width} height={height} rx={shape.kind === 'step' ? 3 : height / 2} />;
}

function pathOf(arrow: FlowArrow): string {
  return arrow.points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');
}
